/** Things of a library that are handed out at once, highlights and notes counted: writing them takes some tenths of a second. */
export const PART = 256;
