/** Writes by templates of anyone's in a thread of its own, which has a heap limit and can be ended. */
import { parentPort } from 'node:worker_threads';
import { renderTemplate } from '../core/export/templates/liquid.ts';
import type { TemplateQuestion } from '../core/ports.ts';
import { answerQuestions } from './channel.ts';

if (parentPort) answerQuestions(parentPort, (asked) => renderTemplate(asked as TemplateQuestion));
