/** The series that come with the page, as signals of a lab's table. */
export { SHIPPED_OPTIONS, shippedSeries } from '../../../datasets/series/shippedSeries.ts';
