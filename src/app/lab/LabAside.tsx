import LabExplanation, {
  type LabExplanationProps,
} from '../../labs/shared/explanation/LabExplanation.tsx';
import { LabWays } from './LabWays.tsx';

/** The right-hand column of a lab, and below it where to go from here. */
export default function LabAside({
  lab,
  ...explanation
}: LabExplanationProps & { readonly lab: string }) {
  return (
    <>
      <LabExplanation {...explanation} />
      <LabWays lab={lab} />
    </>
  );
}
