"""The admin's pages, a file for each subject. Django imports this package when it starts; the
package imports every file in it, so that a new page needs no second line anywhere."""

import importlib
import pkgutil

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")
