/**
 * Text of others on a terminal: names and notes may hold what a terminal takes for an order, to clear the screen or to write
 * over lines. Such characters show as U+FFFD.
 */
export const onTerminal = (text: string): string => text.replaceAll(orders, '\ufffd');

/** JSON on a terminal, as its own escapes: whoever reads it reads the same. */
export const jsonOnTerminal = (value: unknown): string =>
  JSON.stringify(value, null, 2).replaceAll(
    orders,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Control characters but for ends of lines and tabs, and what turns the direction of reading. */
const orders = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu;
