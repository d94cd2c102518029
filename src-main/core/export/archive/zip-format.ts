/** Signatures and fixed sizes of a ZIP's records, in bytes (PKWARE's APPNOTE, 4.3 and 4.5). */
export const LOCAL = 0x04034b50;
export const CENTRAL = 0x02014b50;
export const END = 0x06054b50;
export const END64 = 0x06064b50;
export const LOCATOR64 = 0x07064b50;
export const LOCAL_SIZE = 30;
export const CENTRAL_SIZE = 46;
export const END_SIZE = 22;
export const END64_SIZE = 56;
export const LOCATOR64_SIZE = 20;
export const MAX_16 = 0xffff;
export const MAX_32 = 0xffffffff;
