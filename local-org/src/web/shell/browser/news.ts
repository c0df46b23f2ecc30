interface StateNews {
  state: string;
  bundle: string | null;
}

/**
 * Loads the page again when it shows something that is no longer so: the bundle is built, or failed, or there is a new
 * one, or another page has reset the data.
 */
export function followNews(): void {
  const { localOrgState, bundle, watches } = document.body.dataset;
  // A ready page of a server that does not watch the sources has nothing to wait for.
  if (localOrgState === 'ready' && watches !== 'true') return;
  const source = new EventSource('/local-org/events');
  source.addEventListener('state', (event) => {
    const news = JSON.parse((event as MessageEvent<string>).data) as StateNews;
    // While a new bundle is being built the old one stays on the screen.
    if (localOrgState === 'ready' && (news.state === 'building' || news.state === 'starting')) return;
    const isSame = news.state === localOrgState && (news.bundle ?? '') === bundle;
    // A failed build may have failed anew, with other problems: show those.
    if (isSame && !(news.state === 'failed' && heardBefore)) {
      heardBefore = true;
      return;
    }
    window.location.reload();
  });
  source.addEventListener('reset', () => window.location.reload());
  window.addEventListener('pagehide', () => source.close());
}

let heardBefore = false;
