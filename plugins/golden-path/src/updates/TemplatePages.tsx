import { Navigate, Route, Routes } from 'react-router-dom';
import { AdoptionPage } from './adoption/AdoptionPage';
import { UpdatePage } from './preview/UpdatePage';

/** Pages below `/templates`. */
export function TemplatePages() {
  return (
    <Routes>
      <Route path="adoption" element={<AdoptionPage />} />
      <Route path="updates/:kind/:namespace/:name" element={<UpdatePage />} />
      <Route path="*" element={<Navigate to="adoption" replace />} />
    </Routes>
  );
}
