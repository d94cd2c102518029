import { describe, expect, it } from 'vitest';
import { normaliseNumber } from '../../../src-main/common/language/numbers.ts';

describe('normaliseNumber', () => {
  it.each([
    ['46,7', '46.7'],
    ['46.70', '46.7'],
    ['300 000', '300000'],
    ['300\u202f000', '300000'],
    ['300’000', '300000'],
    ['300,000', '300000'],
    ['300.000', '300000'],
    ['1,234,567.80', '1234567.8'],
    ['1.234.567,8', '1234567.8'],
    ['1 234,5', '1234.5'],
    ['0,125', '0.125'],
    ['3.141', '3.141'],
    ['007', '007'],
    ['1.2.3', '1.2.3'],
    ['13.08.2025', '13.08.2025'],
    ['5,00', '5'],
  ])('%s is %s', (written, expected) => {
    expect(normaliseNumber(written)).toBe(expected);
  });
});
