/** What is stored of the index is not what this app writes: it is made anew, and nobody is told but the log. */
export class IndexDamage extends Error {
  override readonly name = 'IndexDamage';
}
