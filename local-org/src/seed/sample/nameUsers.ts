import { asciiName } from '../base/userRow.ts';
import type { PseudoRandom } from '../PseudoRandom.ts';
import type { PeopleSeed, PersonaSeed, PersonName } from '../seedData.ts';
import { isInternalUser, isPortalUser, type PlannedUser } from './PlannedUser.ts';

const COMPANY = 'northlake.example';
const PORTAL = 'portal.northlake.example';

/** Gives every user a name and what follows from it. Rare and equal names go to internal users, active and inactive ones. */
export function nameUsers(
  users: readonly PlannedUser[],
  people: PeopleSeed,
  personas: readonly PersonaSeed[],
  random: PseudoRandom,
): void {
  const special: PersonName[] = [
    ...people.rareNames,
    ...people.sameNames.flatMap((name) => Array<PersonName>(name.times).fill(name)),
  ];
  const takers = users.filter(
    (user) => isInternalUser(user) && user.persona === null && user.profile?.administrator !== true,
  );
  // Every second one inactive: both kinds of list meet them.
  const inactive = random.shuffled(takers.filter((user) => !user.isActive));
  const active = random.shuffled(takers.filter((user) => user.isActive));
  const specialOf = new Map<PlannedUser, PersonName>();
  special.forEach((name, index) => {
    const user = (index % 2 === 0 ? inactive : active)[index >> 1];
    if (user) specialOf.set(user, name);
  });
  const taken = new Set(personas.map((persona) => persona.username.split('@')[0] ?? ''));
  for (const user of users) {
    const persona = personas.find((candidate) => candidate.key === user.persona);
    if (persona) namePersona(user, persona);
    else nameUser(user, specialOf.get(user) ?? drawName(user, people, random), taken, random);
  }
}

function namePersona(user: PlannedUser, persona: PersonaSeed): void {
  Object.assign(user, {
    firstName: persona.firstName,
    lastName: persona.lastName,
    username: persona.username,
    email: persona.username,
    nickname: persona.username.split('@')[0],
    alias: asciiName(persona.lastName).slice(0, 8),
    title: persona.title,
    role: persona.userRole,
  });
}

function drawName(user: PlannedUser, people: PeopleSeed, random: PseudoRandom): PersonName {
  const license = user.profile?.license;
  if (license === 'Guest') return { firstName: user.isActive ? 'helpcenter' : 'oldshop', lastName: 'Site Guest User' };
  if (license === 'Analytics Cloud Integration User')
    return { firstName: random.chance(0.5) ? 'Integration' : 'Security', lastName: 'User' };
  if (license === 'Cloud Integration User') return { firstName: 'Cloud', lastName: 'Integration' };
  if (user.profile?.name === 'Northlake Data Integration') return { firstName: 'Directory', lastName: 'Sync' };
  return { firstName: random.pick(people.givenNames), lastName: random.pick(people.familyNames) };
}

function nameUser(user: PlannedUser, name: PersonName, taken: Set<string>, random: PseudoRandom): void {
  const local = freeLocalPart(name, taken);
  taken.add(local);
  user.firstName = name.firstName?.slice(0, 40) ?? null;
  user.lastName = name.lastName.slice(0, 80);
  user.username = `${local}@${isPortalUser(user) ? PORTAL : COMPANY}`;
  // A refreshed sandbox or a departed domain: such mail can never arrive.
  user.email = random.chance(0.12) ? `${user.username}.invalid` : user.username;
  user.nickname = local.slice(0, 40);
  user.alias =
    (asciiName(name.firstName ?? '').slice(0, 1) + asciiName(name.lastName)).slice(0, 8) || local.slice(0, 8);
}

function freeLocalPart(name: PersonName, taken: ReadonlySet<string>): string {
  const parts = [asciiName(name.firstName ?? ''), asciiName(name.lastName)]
    .filter(Boolean)
    .map((part) => part.slice(0, 16));
  const base = parts.join('.') || 'user';
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? base : `${base}${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
