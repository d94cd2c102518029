/** Filled below. */
const library = {};

export default library;
