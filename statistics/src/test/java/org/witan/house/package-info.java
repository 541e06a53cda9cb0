/// The house itself under test: its words, its documents and its door. These tests read the checkout, not the classes.
package org.witan.house;
