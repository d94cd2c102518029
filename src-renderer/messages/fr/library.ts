import type en from '../en/library.ts';

const library: typeof en = {};

export default library;
