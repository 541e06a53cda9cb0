package org.witan.voices;

import java.util.UUID;
import org.witan.voices.Told.PlaceKind;

/// A place of the list.
///
/// @param area the village, town or ward into which few reports are counted
/// @param crimeArea the ONS code of the area whose recorded crime stands beside it; empty for none
public record Place(UUID id, PlaceKind kind, String name, String area, String crimeArea) {}
