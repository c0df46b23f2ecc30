import { definePlatformType } from '../definePlatformType.ts';

/** What System.resetPassword returns. */
export class ResetPasswordResultValue {
  readonly apexType = 'System.ResetPasswordResult';
  readonly password: string;

  constructor(password: string) {
    this.password = password;
  }
}

export const ResetPasswordResult = definePlatformType({
  name: 'System.ResetPasswordResult',
  methods: { 'String getPassword()': (self: ResetPasswordResultValue) => self.password },
});
