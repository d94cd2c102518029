/**
 * Whether a call asks for addresses of this machine and its network. That is for the command line alone: a page that
 * somebody had taken over could look around in the user's network by it.
 */
export function reachesInside({ name, input }: { readonly name: string; readonly input: unknown }): boolean {
  return name === 'source.fetch' && typeof input === 'object' && input !== null && 'allowPrivate' in input;
}
