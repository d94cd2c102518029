/** What templates may cost. */
import type { TemplateLimits } from '../../ports.ts';

/**
 * `allocated` counts signs of texts and entries of lists, and an entry is eight bytes, copied where a list grows: more
 * of them than fit the thread's heap do not end the thread but the whole process.
 */
export const EXPORT_LIMITS: TemplateLimits = {
  parsed: 400_000,
  allocated: 32_000_000,
  output: 64_000_000,
  milliseconds: 20_000,
};

/** Of what is being typed nobody waits for more. */
export const PREVIEW_LIMITS: TemplateLimits = {
  parsed: 400_000,
  allocated: 20_000_000,
  output: 4_000_000,
  milliseconds: 2000,
};
