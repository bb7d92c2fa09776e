import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { say } from '../../say.ts';
import { Icon } from '../signs/signs.tsx';
import '../field/field.css';
import '../select/select.css';
import './combo-box.css';

/** `detail` stands after the name, and is found by typing as well. */
export type ComboOption = { readonly id: string; readonly name: string; readonly detail?: string };

export type ComboBoxProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly options: readonly ComboOption[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
};

/** One of very many: letters of its name leave those that have them, arrows go through them. */
export const ComboBox = ({ id, label, hint, options, value, onChange }: ComboBoxProps) => (
  <div id={id} className="field">
    <AriaComboBox
      className="field-in"
      defaultItems={options}
      value={value}
      onChange={(key) => void (key !== null && onChange(String(key)))}
      menuTrigger="focus"
    >
      <Label className="label">{label}</Label>
      {hint === undefined ? null : (
        <Text slot="description" elementType="p" className="hint">
          {hint}
        </Text>
      )}
      <div className="combo">
        <Input className="input" spellCheck={false} />
        <Button className="combo-open" aria-label={say('combo.open')}>
          <Icon name="down" />
        </Button>
      </div>
      <Popover className="select-list" offset={4}>
        <ListBox<ComboOption> renderEmptyState={() => <p className="combo-none">{say('combo.none')}</p>}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.name} className="select-option">
              <span>
                {option.name}
                {option.detail === undefined ? null : <span className="small soft combo-detail">{option.detail}</span>}
              </span>
              <Icon name="check" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  </div>
);
