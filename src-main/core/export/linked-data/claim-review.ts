/** Claims with a verdict as schema.org ClaimReview, each whole in itself, so that it can be put into a page. */
import type { Claim } from '../../../common/contract/entities.ts';
import type { ExportData, ExportSource, Rendered } from '../model.ts';
import type { ExportWords } from '../words.ts';
import { toUrn, writeJson } from './json.ts';

/** From 1 to 5, as readers of ClaimReview expect; there is nothing between the two that a verdict here could be. */
const RATINGS = { verified: 5, disputed: 1 } as const;

export function renderClaimReviews(data: ExportData, words: ExportWords): Rendered[] {
  const sources = new Map(data.sources.map((entry) => [entry.source.id, entry]));
  const reviews = data.claims.flatMap((claim) =>
    claim.status === 'unreviewed' ? [] : [toReview(claim, claim.status, { data, words, sources })],
  );
  return [{ path: 'claims.jsonld', content: writeJson(reviews) }];
}

interface Around {
  readonly data: ExportData;
  readonly words: ExportWords;
  readonly sources: ReadonlyMap<string, ExportSource>;
}

function toReview(claim: Claim, status: keyof typeof RATINGS, { data, words, sources }: Around) {
  const verdict = claim.history.at(-1);
  const appearances = appearancesOf(claim, sources);
  const said = appearances.map(({ datePublished }) => datePublished).filter((date) => date !== undefined);
  const [first] = said.toSorted();
  const speakers = [...new Set(claim.evidence.map(({ origin }) => origin.trim()))].filter(
    (name) => name !== '',
  );
  const [speaker = claim.evidence[0]?.source.site ?? null] = speakers;
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    '@id': toUrn(claim.id),
    url: toUrn(claim.id),
    datePublished: verdict?.at.slice(0, 10) ?? claim.createdAt.slice(0, 10),
    inLanguage: words.locale,
    author: { '@type': 'Organization', name: data.notebook },
    claimReviewed: claim.statement,
    reviewBody: verdict?.reason ?? '',
    reviewRating: {
      '@type': 'Rating',
      ratingValue: RATINGS[status],
      worstRating: RATINGS.disputed,
      bestRating: RATINGS.verified,
      alternateName: words.statuses[status],
    },
    itemReviewed: {
      '@type': 'Claim',
      name: claim.statement,
      ...(speaker === null ? {} : { author: { '@type': 'Organization', name: speaker } }),
      ...(first === undefined ? {} : { datePublished: first }),
      appearance: appearances,
    },
  };
}

/** Each document once, whatever it says of the claim. */
function appearancesOf(claim: Claim, sources: ReadonlyMap<string, ExportSource>) {
  const seen = new Map(claim.evidence.map((evidence) => [evidence.sourceId, evidence]));
  return Array.from(seen.values(), ({ sourceId, source }) => {
    const url = sources.get(sourceId)?.source.url ?? null;
    return {
      '@type': 'CreativeWork',
      '@id': toUrn(sourceId),
      name: source.title,
      ...(url === null ? {} : { url }),
      ...(source.publishedAt === null ? {} : { datePublished: source.publishedAt }),
      ...(source.byline === null ? {} : { author: { '@type': 'Person', name: source.byline } }),
      ...(source.site === null ? {} : { publisher: { '@type': 'Organization', name: source.site } }),
    };
  });
}
