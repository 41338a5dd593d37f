federation-failed = No se pudo iniciar sesión
federation-failed-code = Código de error { $code }, proveedor de identidad «{ $provider }». Si vuelve a ocurrir, avise a su administrador.
federation-again = Iniciar sesión de nuevo
federation-other = Otras formas de iniciar sesión
federation-onward = Ir a su proveedor de identidad
