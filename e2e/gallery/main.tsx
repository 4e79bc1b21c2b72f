import { createRoot } from 'react-dom/client';
import { ThemeContext } from '../../src/plots/style/theme.ts';
import { DynamicsGallery } from './DynamicsGallery.tsx';
import { Gallery } from './PlotsGallery.tsx';
import '../../src/ui/styles/index.css';

// Not part of the product: `npx vite`, then /e2e/gallery/index.html?theme=dark&points=1000&cluster=3,
// or /e2e/gallery/index.html?plots=dynamics&theme=dark&dimension=30.
const query = new URLSearchParams(location.search);
const theme = query.get('theme') === 'dark' ? 'dark' : 'light';
const cluster = query.get('cluster');
document.documentElement.dataset.theme = theme;

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <ThemeContext value={theme}>
      {query.get('plots') === 'dynamics' ? (
        <DynamicsGallery dimension={Number(query.get('dimension') ?? 10)} />
      ) : (
        <Gallery
          pointsPerArm={Number(query.get('points') ?? 100)}
          selectedCluster={cluster === null ? null : Number(cluster) - 1}
        />
      )}
    </ThemeContext>,
  );
}
