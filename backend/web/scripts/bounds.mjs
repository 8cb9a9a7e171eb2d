// The lengths that the API allows, taken from its description, so that forms stop where the API would refuse.
import { readFileSync, writeFileSync } from 'node:fs';

const { components } = JSON.parse(readFileSync('openapi.json', 'utf8'));
const lines = [];
for (const [name, schema] of Object.entries(components.schemas)) {
  const bounds = Object.entries(schema.properties ?? {}).flatMap(([field, { maxLength, maxItems }]) => {
    const most = maxLength ?? maxItems;
    return most === undefined ? [] : [`${field}: ${most}`];
  });
  if (bounds.length > 0 && /^[A-Z]\w*$/.test(name)) lines.push(`export const ${name} = { ${bounds.join(', ')} } as const;`);
}
writeFileSync('src/api/bounds.generated.ts', `${lines.sort().join('\n')}\n`);
