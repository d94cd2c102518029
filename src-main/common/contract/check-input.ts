import * as v from 'valibot';
import { COMMANDS, type Checked, type CommandName } from './commands.ts';
import { DossierError } from './errors.ts';

/**
 * The input as the command's schema leaves it: whoever answers a command asks this first.
 * @throws DossierError invalid (details: what, command, reason)
 */
export function checkInput<Name extends CommandName>(name: Name, input: unknown): Checked<Name> {
  const checked = v.safeParse(COMMANDS[name].input, input);
  if (checked.success) return checked.output as Checked<Name>;
  const [issue] = checked.issues;
  throw new DossierError('invalid', {
    what: v.getDotPath(issue) ?? 'input',
    command: name,
    reason: issue.message,
  });
}
