import type { Messages } from '../../messages/index.ts';
import type { PictureWords } from './drawing.ts';

export function pictureWords({ matrix, shell }: Messages): PictureWords {
  const { columns, nobody, weighed } = matrix;
  return { ...columns, statuses: shell.statuses, nobody, weighed };
}
