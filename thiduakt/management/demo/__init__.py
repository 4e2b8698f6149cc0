"""The demonstration's world: a xã, its predecessors, their people, campaigns and accounts."""
