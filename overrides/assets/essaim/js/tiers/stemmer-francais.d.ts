export { stemmer } from "@orama/stemmers/french";
