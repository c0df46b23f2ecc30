// node check-with-gate.ts [part of a case's name]...: prints what platform-gate says of the cases, and where a header states
// something else. Exit 1 when it does, 2 when the gate cannot be asked.
import { askGate, gateDisagreement, whyGateIsAbsent } from './platformGate.ts';
import { readVerdictCases } from './verdictCases.ts';

async function main(parts: readonly string[]): Promise<number> {
  const absent = whyGateIsAbsent();
  if (absent !== null) {
    process.stderr.write(`The gate cannot be asked: ${absent}.\n`);
    return 2;
  }
  const cases = readVerdictCases().filter(
    ({ name, gate }) => gate.kind !== 'not asked' && (parts.length === 0 || parts.some((part) => name.includes(part))),
  );
  const findings = await askGate(cases);
  let disagreements = 0;
  for (const one of cases) {
    const found = findings.get(one.name) ?? [];
    const disagreement = gateDisagreement(one, found);
    if (disagreement !== null) disagreements++;
    process.stdout.write(`${disagreement === null ? 'agrees ' : 'DIFFERS'} ${one.name}\n`);
    const lines = found.length === 0 ? ['accepted'] : found.map((finding) => `${finding.checker}: ${finding.text}`);
    process.stdout.write(lines.map((line) => `          ${line}\n`).join(''));
  }
  process.stdout.write(`${cases.length} cases, ${disagreements} with another verdict than their header states\n`);
  return disagreements === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
