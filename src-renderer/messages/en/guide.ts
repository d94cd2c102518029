/** Filled below. */
const guide = {};

export default guide;
