"""Meetings (请进来座谈、走出去调研、聚起来共商、协商议事会、小板凳会): called, held, and what came of them."""
