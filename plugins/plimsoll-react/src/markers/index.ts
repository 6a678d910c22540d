export * from './TimeMarker';
export * from './markersApiRef';
export * from './MarkerProvider';
export * from './useMarkerLanes';
export * from './readTranslation';
export * from './MarkerLegend';
