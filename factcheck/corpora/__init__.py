"""Corpora: from folders and files of many articles to Parquet part files, on one machine or a Dask cluster."""
