import { canTick, firstChoices, isTicked, toOptions, withDoor, withTick } from 'c/reinstatePlanChoices';
import planJson from '../../reinstateUserPanel/__tests__/data/plan.json';

const { items, userId } = (planJson as Reinstate.RestorePlanView).users[0];
const all = firstChoices('all');
const CHOICE = { id: '00e000000000002AAA', label: 'Sales User', isHighRisk: false };

/** The items as Apex answers for "least": nothing comes back by itself. */
const least = items.map((item) => (canTick(item) ? { ...item, effect: 'notChosen' as const } : item));

function ticked(from: Reinstate.PlanItem[], choices = all): string[] {
    return from.filter((item) => canTick(item) && isTicked(item, choices)).map(({ key }) => key);
}

describe('c-reinstate-plan-choices', () => {
    it('lets a person decide on access, not on the account, what is there, or what cannot come', () => {
        expect(items.filter(canTick).map(({ key }) => key)).toEqual(['ps:1', 'ps:3', 'ps:2', 'q:1']);
        expect(ticked(items)).toEqual(['ps:1', 'ps:2', 'q:1']);
    });

    it('does not insist on what comes back by itself, so that it is left out again should it become risky', () => {
        expect(withTick(all, items, 'ps:1', false)).toMatchObject({
            accessChoice: 'pick',
            excluded: ['ps:1', 'ps:3'],
            included: [],
        });
    });

    it('remembers a tick on what is left out by itself, until it is taken back', () => {
        const chosen = withTick(all, items, 'ps:3', true);
        expect(chosen).toMatchObject({ excluded: [], included: ['ps:3'] });
        expect(withTick(chosen, items, 'ps:3', false)).toMatchObject({ excluded: ['ps:3'], included: [] });
    });

    it('keeps the other items as they are when one is ticked behind the door "least"', () => {
        const chosen = withTick(firstChoices('least'), least, 'ps:2', true);

        expect(chosen).toMatchObject({ accessChoice: 'pick', included: ['ps:2'] });
        expect([...chosen.excluded]).toEqual(['ps:1', 'ps:3', 'q:1']);
        expect(ticked(items, chosen)).toEqual(['ps:2']);
    });

    it('starts over behind "all" and "least", and goes on behind "pick"', () => {
        const picked = withTick(all, items, 'ps:1', false);

        expect(withDoor(picked, items, 'all')).toMatchObject({ accessChoice: 'all', excluded: [], included: [] });
        expect(withDoor(picked, items, 'least')).toMatchObject({ accessChoice: 'least', excluded: [], included: [] });
        expect(ticked(items, withDoor(picked, items, 'pick'))).toEqual(['ps:2', 'q:1']);
        expect(ticked(items, withDoor(firstChoices('least'), least, 'pick'))).toEqual([]);
        expect(withDoor(all, [], 'pick').accessChoice).toBe('pick');
    });

    it('sends what was typed without spaces around it, and nothing where nothing was chosen', () => {
        expect(toOptions({ ...all, reason: ' Back ', ticket: '  ' }, userId, null)).toMatchObject({
            reason: 'Back',
            ticket: null,
            changes: [],
            copyFromUserId: null,
            offersPeers: false,
        });
    });

    it('sends one change for the user, in which clearing wins', () => {
        const choices = {
            ...all,
            profile: CHOICE,
            role: CHOICE,
            clearsRole: true,
            clearsManager: true,
            copyFrom: CHOICE,
        };

        expect(toOptions(choices, userId, 'old')).toMatchObject({
            changes: [
                {
                    userId,
                    profileId: CHOICE.id,
                    roleId: null,
                    clearsRole: true,
                    managerId: null,
                    clearsManager: true,
                },
            ],
            copyFromUserId: CHOICE.id,
            replacesKey: 'old',
        });
    });
});
