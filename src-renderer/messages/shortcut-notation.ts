/** The keys of each step of a shortcut: `Mod+Shift+Z` → [[Mod, Shift, Z]], `g c` → [[g], [c]], `Mod++` → [[Mod, +]]. */
export function splitShortcut(shortcut: string): readonly (readonly string[])[] {
  return shortcut.split(' ').map((step) => (step === '+' ? ['+'] : step.split(/(?<!^)\+(?!$)/)));
}
