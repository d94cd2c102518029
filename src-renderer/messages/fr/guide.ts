import type en from '../en/guide.ts';

const guide: typeof en = {};

export default guide;
