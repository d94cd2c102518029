/**
 * The language of templates: Liquid, without anything that reads a file, and with bounds on what is parsed, allocated,
 * written and waited for. It runs no code of the template's: it only reads the properties of plain data.
 */
import { CaptureTag, Context, Liquid, toValueSync, type Emitter } from 'liquidjs';
import { HTML_FILTERS, MARKDOWN_FILTERS, type TemplateFilter } from './filters.ts';
import { asTemplateError } from './fault.ts';
import { bounded, lengthOf } from './bounds.ts';
import type { TemplateLimits, TemplatePart, TemplateQuestion } from '../../ports.ts';

/** They take their text from elsewhere. */
const READING_TAGS = ['include', 'render', 'layout', 'block'];

/** @returns what was written: one text, or of Markdown that speaks of `source` one for each. @throws DossierError invalid */
export function renderTemplate(question: TemplateQuestion): readonly TemplatePart[] {
  try {
    return renderParts(question);
  } catch (error) {
    throw asTemplateError(error);
  }
}

function renderParts({ format, body, data, limits }: TemplateQuestion): readonly TemplatePart[] {
  const engine = createEngine(format === 'html' ? HTML_FILTERS : MARKDOWN_FILTERS, data, limits);
  const parsed = engine.parse(body);
  const end = performance.now() + limits.milliseconds;
  let left = limits.output;
  const render = (values: object): string => {
    const rest = Math.max(0, end - performance.now());
    const context = new Context(values, engine.options, { sync: true, renderLimit: rest });
    const text = toText(engine, parsed, context, left);
    left -= text.length;
    return text;
  };
  const sources = sourcesOf(data);
  const isEach = format === 'markdown' && engine.globalVariablesSync(parsed).includes('source');
  if (isEach) return sources.map((source, at) => ({ source: at, content: render({ ...data, source }) }));
  const only = format === 'html' && sources.length === 1 ? { source: sources[0] } : {};
  return [{ source: null, content: render({ ...data, ...only }) }];
}

function sourcesOf(data: TemplateQuestion['data']): readonly unknown[] {
  const sources: unknown = data['sources'];
  return Array.isArray(sources) ? sources : [];
}

function createEngine(
  filters: Readonly<Record<string, TemplateFilter>>,
  data: TemplateQuestion['data'],
  limits: TemplateLimits,
): Liquid {
  const locale = data['locale'] === 'fr' ? 'fr' : 'en';
  const engine = new Liquid({
    strictVariables: true,
    lenientIf: true,
    strictFilters: true,
    ownPropertyOnly: true,
    dynamicPartials: false,
    timezoneOffset: 0,
    parseLimit: limits.parsed,
    memoryLimit: limits.allocated,
    outputEscape: (value: unknown) => filters['plain']?.(bounded(value, limits.output), locale) ?? '',
  });
  for (const tag of READING_TAGS) Reflect.deleteProperty(engine.tags, tag);
  boundCaptures(engine);
  boundLists(engine);
  for (const [name, filter] of Object.entries(filters)) {
    engine.registerFilter(name, {
      raw: true,
      handler: (value: unknown) => filter(bounded(value, limits.output), locale),
    });
  }
  return engine;
}

/** A text that captures itself twice doubles each time, and is only laid out when something reads it. */
function boundCaptures(engine: Liquid): void {
  engine.registerTag(
    'capture',
    class extends CaptureTag {
      override *render(context: Context): Generator<unknown, void> {
        yield super.render(context);
        const text: unknown = context.bottom()[this.variable];
        context.memoryLimit.use(typeof text === 'string' ? text.length : 0);
      }
    },
  );
}

/** The library’s filters write a list as one text before they count it. */
function boundLists(engine: Liquid): void {
  for (const [name, filter] of Object.entries(engine.filters)) {
    const handler = typeof filter === 'function' ? filter : filter.handler;
    const counting: typeof handler = function (...values: unknown[]): unknown {
      for (const each of values) this.context.memoryLimit.check(lengthOf(each));
      return Reflect.apply(handler, this, values);
    };
    engine.registerFilter(name, typeof filter === 'function' ? counting : { ...filter, handler: counting });
  }
}

function toText(engine: Liquid, parsed: ReturnType<Liquid['parse']>, context: Context, most: number): string {
  const emitter: Emitter = {
    buffer: '',
    write(value: unknown) {
      const text = typeof value === 'string' ? value : String(value ?? '');
      // As the library says it of its own limits.
      if (this.buffer.length + text.length > most) throw new Error('output limit exceeded');
      this.buffer += text;
    },
  };
  toValueSync(engine.renderer.renderTemplates(parsed, context, emitter));
  return emitter.buffer;
}
