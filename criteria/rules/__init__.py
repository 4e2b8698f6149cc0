"""The rows of the catalogue, without the database: which are right, which holds, how a jurist reads them."""
