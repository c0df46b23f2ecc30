import { currentOrg, currentTransaction } from '../../org/current.ts';
import { throwApex } from '../../runtime/ApexException.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { TimeZoneValue } from '../system/date/TimeZone.ts';
import { runningUser } from './runningUser.ts';

/** What Apex learns of the user it runs as. Ids are 18 characters. */
export const UserInfo = definePlatformType({
  name: 'System.UserInfo',
  missing:
    'getSessionId, getCurrentUvid and the methods about managed package licenses: there are no sessions and no packages.',
  methods: {
    'static String getDefaultCurrency()': () => 'USD',
    'static String getFirstName()': () => runningUser().firstName,
    'static String getLanguage()': () => runningUser().language,
    'static String getLastName()': () => runningUser().lastName,
    'static String getLocale()': () => runningUser().locale,
    'static String getName()': () => runningUser().name,
    'static String getOrganizationId()': () => currentOrg().id,
    'static String getOrganizationName()': () => organizationName(),
    'static String getProfileId()': () => runningUser().profileId,
    'static TimeZone getTimeZone()': () => new TimeZoneValue(runningUser().timeZone),
    'static String getUiTheme()': () => 'Theme4d',
    'static String getUiThemeDisplayed()': () => 'Theme4d',
    'static String getUserEmail()': () => runningUser().email,
    'static String getUserId()': () => currentTransaction().userId,
    'static String getUserName()': () => runningUser().username,
    'static String getUserRoleId()': () => runningUser().roleId,
    'static String getUserType()': () => runningUser().userType,
    'static Boolean isMultiCurrencyOrganization()': () => false,
  },
});

function organizationName(): string {
  const [row] = currentOrg().store.rawQuery(
    'SELECT "Name" AS name FROM "Organization" WHERE "Id" = ?',
    currentOrg().id,
  );
  if (!row) throwApex('System.UnexpectedException', 'The organization has no row.');
  return String(row.name);
}
