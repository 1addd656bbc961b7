import { currenciesOf } from '../../../src/core/price/currency-signs.ts';
import { readWrittenInterval } from '../../../src/core/price/written-interval.ts';

/** What stands in a column. */
export interface Column {
  /** `amount` may be there several times, each with an interval of its own. */
  what: keyof typeof WORDS;
  /** As it is written above the column. */
  heading: string;
  currency?: string | undefined;
  /** How often it is charged, in words that are read as such. */
  interval?: string | undefined;
}

/** What heads a column in English, German, French, Spanish, Portuguese and Dutch, without accents. */
// prettier-ignore
const WORDS = {
  name:     /^((plan|product|offer|tier|package)( name)?|name|title|angebot|produkt|paket|bezeichnung|titel|nom|offre|formule|produit|forfait|abonnement|abo|nombre|producto|oferta|nome|plano|produto|naam|pakket)s?$/,
  path:     /^((offer |limio )?path|pfad|chemin|ruta|caminho|pad)$/,
  link:     /^((purchase |buy |checkout )?(link|url)|checkout|kauflink|lien|enlace)$/,
  amount:   /^(price|amount|cost|fee|preis|betrag|prix|montant|precio|importe|preco|valor|prijs|bedrag)s?$/,
  currency: /^(currency|wahrung|devise|monnaie|moneda|moeda|valuta)$/,
  interval: /^(interval|(billing )?period|billing|billed|charged|frequency|zeitraum|abrechnung|turnus|intervall|zahlweise|periode|frequence|facturation|periodo|frecuencia|periodicidade|termijn)$/,
  was:      /^(was|before|(former|list|regular|original|old) price|statt|streichpreis|uvp|ancien prix|prix barre|antes|precio anterior|van)$/,
  summary:  /^(summary|description|tagline|subtitle|(kurz)?beschreibung|descripcion|descricao|omschrijving)$/,
  badge:    /^badge$/,
  features: /^(features?|includes|included|what is included|benefits|merkmale?|leistung(en)?|funktionen|enthalten|vorteile|fonctionnalites?|inclus|caracteristicas|incluye|inclui|functies|kenmerken)$/,
  cta:      /^(cta|button( text)?|knopf|bouton|boton|botao)$/,
  group:    /^(billing )?group$/,
} as const;

/** What is a plan in German, and a price in French. */
const PLAN_OR_PRICE = /^tarifs?$/;

/**
 * Reads the headings of a table.
 *
 * @returns for each column what stands in it; nothing where nobody knows.
 *
 * @example
 * columnsOf(['Tarif', 'Preis pro Monat (EUR)']); // name; amount, in EUR, charged `pro Monat`
 */
export function columnsOf(headings: readonly string[]): Array<Column | undefined> {
  const columns = headings.map(columnOf);
  const hasName = columns.some((column) => column?.what === 'name');
  return headings.map((heading, n) =>
    PLAN_OR_PRICE.test(bare(heading)) ? { what: hasName ? 'amount' : 'name', heading } : columns[n],
  );
}

function columnOf(heading: string): Column | undefined {
  const text = bare(heading);
  const known = Object.keys(WORDS) as Array<keyof typeof WORDS>;
  const what = known.find((each) => WORDS[each].test(text));
  return what ? { what, heading } : priceColumn(heading, text);
}

/** `Price per month in EUR`, `Preis (€)`, `Prix mensuel`, `Monthly`. */
function priceColumn(heading: string, text: string): Column | undefined {
  const words = text
    .replace(COMPOUND, 'preis $1')
    .split(/[\s()[\]:,]+|(?=\/)|(?<=\/)/)
    .filter(Boolean);
  const [currency] = words.flatMap((word) => {
    const codes = /^[a-z]{3}$/.test(word) && !CODES.test(word) ? [] : currenciesOf(word);
    return codes.length === 1 ? codes : [];
  });
  const isPrice = words.some((word) => WORDS.amount.test(word));
  const rest = words.filter(
    (word) =>
      !WORDS.amount.test(word) &&
      !(currency && currenciesOf(word).includes(currency)) &&
      !/^(in|en|em|net|netto|ht|ttc|inkl|incl)$/.test(word),
  );
  const interval = rest.join(' ').replace('/ ', '/');
  const isInterval = Boolean(readWrittenInterval(interval));
  if (rest.length ? !isInterval : !isPrice) return undefined;
  return { what: 'amount', heading, currency, interval: isInterval ? interval : undefined };
}

/** `Monatspreis`. */
const COMPOUND = /\b(monat|jahr|woche|quartal)(?:e?s|n)?preis\b/;

/** Codes that a heading may have; a word of three letters is mostly none. */
const CODES = /^(eur|usd|gbp|chf|cad|aud|nzd|sek|nok|dkk|pln|czk|jpy|inr|brl|mxn)$/;

/** In small letters, without accents and quotes. */
const bare = (heading: string): string =>
  heading
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f"“”*]/g, '')
    .replace(/[\s_]+/g, ' ')
    .replace(/\s*:$/, '')
    .trim();
