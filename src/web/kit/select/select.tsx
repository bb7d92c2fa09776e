import { Button } from 'react-aria-components/Button';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import { language } from '../../say.ts';
import { InLanguage } from '../text/in-language.tsx';
import { Icon } from '../signs/signs.tsx';
import '../field/field.css';
import './select.css';

/** `language`: of the name, where each option is in its own. */
export type Option = { readonly id: string; readonly name: string; readonly language?: string };

export type SelectProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  /** What stands in it while nothing is chosen. */
  readonly empty: string;
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  /** Label and control in one line. */
  readonly isInline?: boolean | undefined;
  /** Where the row says it already. */
  readonly isLabelHidden?: boolean | undefined;
};

/** One of many, by name: opens a list, and typing finds in it. */
export const Select = ({
  id,
  label,
  hint,
  problem,
  empty,
  options,
  value,
  onChange,
  isInline = false,
  isLabelHidden = false,
}: SelectProps) => (
  <div id={id} className={isInline || isLabelHidden ? undefined : 'field'}>
    <AriaSelect
      className={isInline ? 'select-inline' : 'field-in'}
      value={value}
      onChange={(key) => void (key !== null && onChange(String(key)))}
      placeholder={empty}
      isInvalid={problem !== undefined}
      validationBehavior="aria"
    >
      <Label className={isLabelHidden ? 'hidden' : 'label'}>{label}</Label>
      {hint === undefined ? null : (
        <Text slot="description" elementType="p" className="hint">
          {hint}
        </Text>
      )}
      <FieldError elementType="p" className="problem">
        {problem}
      </FieldError>
      <Button className="input select-button">
        <SelectValue className="select-value" />
        <Icon name="down" />
      </Button>
      <Popover className="select-list" offset={4}>
        <ListBox items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.name} className="select-option">
              <InLanguage of={option.language ?? language} text={option.name} />
              <Icon name="check" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  </div>
);
