import { currentOrg, currentTransaction } from '../../org/current.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { withoutNulls } from '../system/arguments.ts';

/** Custom permissions of the running user. An unknown name is a permission that nobody has. */
export const FeatureManagement = definePlatformType({
  name: 'System.FeatureManagement',
  missing: 'feature parameters of packages (checkPackage…, setPackage…) and changeProtection.',
  methods: {
    'static Boolean checkPermission(String apiName)': withoutNulls((apiName: string) =>
      currentOrg().access.hasCustomPermission(currentTransaction().userId, apiName),
    ),
  },
});
