/**
 * One form for a number written the French or the English way: 46,7 ≡ 46.7; 300 000 ≡ 300,000 ≡ 300000.
 *
 * Some writings mean different numbers in the two languages, and a token does not say its language. Decided so:
 * - a comma and exactly three digits groups thousands (300,000), except after 0 (0,125 is a fraction);
 * - a point and three digits is a fraction (3.141), except `000` (300.000 groups, as in older French);
 * - digits apart by a space and three more are one number, so « 20 300 » counts as 20300 even where a page
 *   and a quantity stand side by side.
 */

const GROUPED_BY_COMMA = /^[1-9]\d{0,2}(?:,\d{3})+$/;
const GROUPED_BY_POINT = /^[1-9]\d{0,2}(?:\.\d{3}){2,}$|^[1-9]\d{0,2}\.000$/;
const GAPS = /[\s'’]/g;

function decimal(whole: string, fraction: string): string {
  const digits = fraction.replace(/0+$/, '');
  return digits === '' ? whole : `${whole}.${digits}`;
}

/** Takes digits with any separators; what is no single number (1.2.3, a version or a date) keeps its points. */
export function normaliseNumber(written: string): string {
  const compact = written.replace(GAPS, '');
  if (GROUPED_BY_COMMA.test(compact)) return compact.replaceAll(',', '');
  if (GROUPED_BY_POINT.test(compact)) return compact.replaceAll('.', '');
  const mark = Math.max(compact.lastIndexOf(','), compact.lastIndexOf('.'));
  if (mark < 0) return compact;
  const whole = compact.slice(0, mark);
  const inner = whole.match(/[.,]/g) ?? [];
  if (inner.length === 0) return decimal(whole, compact.slice(mark + 1));
  // Several marks: the last is the decimal mark only if it is another one than those that group.
  if (inner.every((sign) => sign !== compact[mark] && sign === inner[0])) {
    return decimal(whole.replace(/[.,]/g, ''), compact.slice(mark + 1));
  }
  return compact.replaceAll(',', '.');
}
