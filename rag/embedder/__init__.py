"""The embedder: multilingual-e5-small, read as data from a package, written once as ONNX, run by onnxruntime."""
