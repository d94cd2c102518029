/** The text that the tests of the verbs work on. */
export const ARTICLE = `The plant at Merlance

The plant will cost 412 million euros, says the council. The council voted for it.

Un prix de 46,7 millions pour l’exportation, après la détente.
`;
