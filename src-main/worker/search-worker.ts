/** Answers queries in a thread of its own, so that building an index holds up neither writes nor windows. */
import { parentPort, workerData } from 'node:worker_threads';
import { createSearcher } from '../core/search/searcher.ts';
import { answerQuestions } from './channel.ts';
import type { SearchQuestion, SearchWorkerData, SearchWorkerEvent } from './search-thread.ts';

if (parentPort) {
  const { path, isTended } = workerData as SearchWorkerData;
  const searcher = createSearcher(path, { isTended });
  const push = answerQuestions(parentPort, (input) => {
    const question = input as SearchQuestion;
    if (question.do === 'query') {
      return searcher.query(question.input, () => {
        tell('started');
      });
    }
    if (question.do === 'frequencies') return searcher.frequencies(question.terms);
    searcher.rebuild();
    return null;
  });
  const tell = (event: SearchWorkerEvent): void => {
    push(event);
  };
  searcher.open();
  tell('ready');
}
