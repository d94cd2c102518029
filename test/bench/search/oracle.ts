/** As many random commands and queries as are asked for, on an index and on stock lunr built anew: what differs. */
import { join } from 'node:path';
import { openNotebook } from '../../../src-main/core/storage/migrate.ts';
import { Dice } from '../../support/dice.ts';
import { Churn } from '../../support/search-churn.ts';

export interface OracleTask {
  readonly phase: 'oracle';
  readonly folder: string;
  readonly commands: number;
  readonly seed: number;
}

export interface OracleFigures {
  readonly seed: number;
  readonly commands: number;
  readonly queries: number;
  readonly differences: number;
  /** The first few, in words. */
  readonly examples: readonly string[];
  /** How often each kind of thing happened to the index. */
  readonly events: Readonly<Record<string, number>>;
}

/** Stock lunr is built anew each time: a hundred times for what the issue asks. */
const COMMANDS_A_ROUND = 100;
const QUERIES_A_ROUND = 10;
const MOST_EXAMPLES = 20;

export function askOracle({ folder, commands, seed }: OracleTask): OracleFigures {
  const churn = new Churn(new Dice(seed), () =>
    openNotebook(join(folder, 'oracle.dossier'), { create: true }),
  );
  const differences: string[] = [];
  let queries = 0;
  for (let done = 0; done < commands; done += COMMANDS_A_ROUND) {
    for (let step = done; step < Math.min(commands, done + COMMANDS_A_ROUND); step += 1) churn.step();
    // In the last round everything that can wait has been done.
    if (done + COMMANDS_A_ROUND >= commands) while (churn.tend());
    const found = [...churn.compare(QUERIES_A_ROUND), ...churn.check()];
    differences.push(
      ...found.map((difference) => `after ${done + COMMANDS_A_ROUND} commands, ${difference}`),
    );
    queries += QUERIES_A_ROUND;
  }
  churn.notebook.close();
  const examples = differences.slice(0, MOST_EXAMPLES);
  const events = Object.fromEntries(churn.events);
  return { seed, commands, queries, differences: differences.length, examples, events };
}
