/** Filled below. */
const settings = {};

export default settings;
