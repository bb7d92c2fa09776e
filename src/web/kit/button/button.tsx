import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import './button.css';

export type ButtonProps = Omit<AriaButtonProps, 'className'> & { readonly look?: 'main' | 'quiet' | 'text' };

/** `main` once a page, `quiet` beside it, `text` for what is rarely wanted. */
export const Button = ({ look = 'main', ...props }: ButtonProps) => (
  <AriaButton {...props} className={buttonClass(look)} />
);

/** For a link that looks like a button. */
export const buttonClass = (look: 'main' | 'quiet' | 'text'): string => (look === 'main' ? 'button' : `button ${look}`);
