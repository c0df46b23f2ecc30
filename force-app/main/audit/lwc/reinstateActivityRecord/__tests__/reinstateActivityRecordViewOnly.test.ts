import ReinstateActivityRecord from 'c/reinstateActivityRecord';
import { buttonsNamed, show } from '../../../../../test/jest-page/page';
import recordsJson from '../../reinstateActivity/__tests__/data/findRecords.json';

jest.mock('@salesforce/customPermission/ReinstateRestore', () => ({ default: undefined }), { virtual: true });

const [verified] = (recordsJson as Reinstate.RestoreActivityPage).rows;

describe('c-reinstate-activity-record for somebody who may only look', () => {
    it('shows details and offers no undo', () => {
        const element = show('c-reinstate-activity-record', ReinstateActivityRecord, { record: verified });

        expect(buttonsNamed(element, 'Show Details of Ada Lovelace')).toHaveLength(1);
        expect(buttonsNamed(element, 'Undo restore of Ada Lovelace')).toHaveLength(0);
    });
});
