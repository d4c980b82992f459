import type { Plugin, UserConfigFn } from 'vite';
import { overrideVaadinConfig } from './vite.generated';

/**
 * Flow writes the list of what is fetched for which view in the order in which it has met the views, which is another with each
 * build. Sorted, the same sources give the same bytes.
 */
const viewsInOrder: Plugin = {
  name: 'views-in-order',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('generated-flow-imports.js')) {
      return null;
    }
    const block = /^ {2}if \(key === '[^']+'\) \{\n {4}pending\.push\(import\('[^']+'\)\);\n {2}\}\n/gm;
    const sorted = (code.match(block) ?? []).sort();
    return { code: code.replace(block, () => sorted.shift() ?? ''), map: null };
  },
};

const customConfig: UserConfigFn = () => ({ plugins: [viewsInOrder] });

export default overrideVaadinConfig(customConfig);
