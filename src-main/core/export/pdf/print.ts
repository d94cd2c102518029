/** The port, for who makes pages and knows no signals. */
import type { Printer } from '../../ports.ts';
import type { ExportTools } from '../model.ts';

export function printBy(printer: Printer, signal: AbortSignal): ExportTools['print'] {
  return (html, options) => printer.print(html, signal, options);
}
