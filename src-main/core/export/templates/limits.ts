/** What templates may cost. */
import type { TemplateLimits } from '../../ports.ts';

export const EXPORT_LIMITS: TemplateLimits = {
  parsed: 400_000,
  allocated: 200_000_000,
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
