// Starts the islands of a page: every <leptos-island> is handed to the function that bears its name.
import start, * as islands from './{glue}';

await start({ module_or_path: new URL('./{wasm}', import.meta.url) });
islands.hydrate();
for (const island of document.querySelectorAll('leptos-island')) islands[island.dataset.component]?.(island);
