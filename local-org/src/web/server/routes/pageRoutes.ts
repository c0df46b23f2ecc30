import { navigationOf } from '../../shell/navigation.ts';
import { page } from '../../shell/page.ts';
import { HttpError, redirect } from '../responses.ts';
import type { Exchange, Route } from '../router.ts';
import { runningUser } from '../runningUser.ts';

/**
 * Scripts only from here and none inline, nothing to or from another server, and no frame around the page.
 * Styles are inline because the LWC engine and the base components set them so.
 */
const CONTENT_SECURITY_POLICY = [
  `default-src 'self'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `font-src 'self' data:`,
  `connect-src 'self'`,
  `object-src 'none'`,
  `base-uri 'none'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
].join('; ');

export const pageRoutes: Route[] = [
  { method: 'GET', pattern: /^\/(?:lightning\/?|lightning\/page\/home)?$/, handle: redirectToFirstTab },
  { method: 'GET', pattern: /^\/lightning\/.+$/, handle: sendPage },
];

function redirectToFirstTab({ response, site }: Exchange): void {
  const [first] = navigationOf(site.builder.project, undefined).items;
  redirect(response, first?.href ?? '/lightning/local-org/mail');
}

async function sendPage({ request, response, site }: Exchange): Promise<void> {
  const { state, problems, bundle } = await site.status();
  const org = await orgOf(site, request);
  const { project } = site.builder;
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(
    page({
      state,
      problems,
      projectDir: project.projectDir,
      bundleHash: state === 'ready' && bundle ? bundle.hash : null,
      navigation: navigationOf(project, org.boot?.visibleTabs),
      current: org.current,
      personas: org.personas,
      boot: org.boot,
      watches: site.watches,
    }),
  );
}

/** The page is there before the org is: then it has no user menu yet. */
async function orgOf(site: Exchange['site'], request: Exchange['request']) {
  try {
    const { host } = site;
    const current = await runningUser(request, host, site.port);
    return { current, personas: await host.personas(), boot: await host.bootData(current.userId) };
  } catch (error) {
    if (error instanceof HttpError && error.status === 503) return { current: null, personas: [], boot: null };
    throw error;
  }
}
